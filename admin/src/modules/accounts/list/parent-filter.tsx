import { Box } from '@strapi/design-system';
import { ListButton } from '../../../shared/list-button';
import { useTranslate } from '../../../shared/translate';
import { AccountSearch } from '../account-search';

/** Accounts at the top, by the word of the server's filter. */
export const NO_PARENT = 'none';

export const ParentFilter = ({ onChoose }: { onChoose: (parent: string) => void }) => {
  const t = useTranslate();
  return (
    <Box>
      <ListButton type="button" onClick={() => onChoose(NO_PARENT)}>
        {t('accounts.noParent')}
      </ListButton>
      <AccountSearch onChoose={onChoose} />
    </Box>
  );
};
