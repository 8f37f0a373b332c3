import type { ContactDetail } from '../../../../../server/src/modules/contacts/contract';
import { InlineChoice } from '../../../shared/card/inline-choice';
import { LabelChoice } from '../../../shared/card/label-choice';
import { OwnerChoice } from '../../../shared/card/owner-choice';
import { useInlineChange } from '../../../shared/card/use-inline-change';
import { useCan } from '../../../shared/permissions';
import { useTranslate } from '../../../shared/translate';
import { contactKey, useContactStatuses, useOwners, useUpdateContact } from '../api';
import { StateLabel, STATES } from '../components/state-label';

interface ChoiceProps {
  contact: ContactDetail;
}

const useContactChange = (contact: ContactDetail) => {
  const { mutateAsync } = useUpdateContact(contact.documentId);
  return useInlineChange({
    shown: contact,
    queryKey: contactKey(contact.documentId),
    save: mutateAsync,
  });
};

export const StateChoice = ({ contact }: ChoiceProps) => {
  const t = useTranslate();
  const change = useContactChange(contact);
  return (
    <InlineChoice
      ariaLabel={t('card.valueOf', { field: t('field.state'), value: t(`state.${contact.state}`) })}
      current={<StateLabel state={contact.state} />}
      currentKey={contact.state}
      disabled={!useCan('contacts.update')}
      choices={STATES.map((state) => ({
        key: state,
        value: state,
        label: <StateLabel state={state} />,
      }))}
      onChoose={(state) =>
        void change({ state }, t('card.stateChanged', { state: t(`state.${state}`) }))
      }
    />
  );
};

export const StatusChoice = ({ contact }: ChoiceProps) => {
  const t = useTranslate();
  const change = useContactChange(contact);
  const { data: statuses = [] } = useContactStatuses();
  return (
    <LabelChoice
      field={t('field.status')}
      noneLabel={t('status.none')}
      value={contact.status}
      labels={statuses}
      disabled={!useCan('contacts.update')}
      onChoose={(status) =>
        void change(
          { status },
          status ? t('card.statusChanged', { status: status.displayName }) : t('card.statusCleared')
        )
      }
    />
  );
};

export const ContactOwner = ({ contact }: ChoiceProps) => {
  const change = useContactChange(contact);
  const { data: owners = [] } = useOwners();
  return (
    <OwnerChoice
      owner={contact.owner}
      owners={owners}
      disabled={!useCan('contacts.update')}
      onChange={(values, message) => void change(values, message)}
    />
  );
};
