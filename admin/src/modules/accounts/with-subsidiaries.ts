import { createContext, useContext } from 'react';

/** Whether what is shown of an account is of everything below it as well: one switch for the whole card. */
export interface WithSubsidiaries {
  subsidiaries: boolean;
  setSubsidiaries: (subsidiaries: boolean) => void;
}

export const WithSubsidiariesContext = createContext<WithSubsidiaries>({
  subsidiaries: false,
  setSubsidiaries: () => undefined,
});

export const useWithSubsidiaries = (): WithSubsidiaries => useContext(WithSubsidiariesContext);
