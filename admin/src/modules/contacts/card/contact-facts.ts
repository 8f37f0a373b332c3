import type { ContactDetail } from '../../../../../server/src/modules/contacts/contract';
import type { Translate } from '../../../shared/translate';
import { countryName } from '../../../shared/country-name';

/** The line below the name: "CEO at Acme · ann@acme.example · +420… · Brno, Czechia". */
export const factsOf = (contact: ContactDetail, t: Translate, locale: string): string[] => {
  const { displayName, email, phone, city, country } = contact;
  const place = [city, country && countryName(country, locale)].filter(Boolean).join(', ');
  return [workOf(contact, t), email === displayName ? null : email, phone, place].filter(
    (fact): fact is string => Boolean(fact)
  );
};

const workOf = ({ jobTitle, companyName }: ContactDetail, t: Translate): string | null => {
  if (jobTitle && companyName) return t('card.jobAt', { jobTitle, companyName });
  return jobTitle ?? companyName;
};
