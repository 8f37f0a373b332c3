import { Typography } from '@strapi/design-system';
import type { ContactDetail } from '../../../../../server/src/modules/contacts/contract';
import { useCan } from '../../../shared/permissions';
import { useTranslate } from '../../../shared/translate';
import { useContactStatuses, useOwners } from '../api';
import { StateLabel, STATES } from '../components/state-label';
import { StatusLabel } from '../components/status-label';
import { InlineChoice } from './inline-choice';
import { useInlineChange } from './use-inline-change';

interface ChoiceProps {
  contact: ContactDetail;
}

const NONE = 'none';

export const StateChoice = ({ contact }: ChoiceProps) => {
  const t = useTranslate();
  const change = useInlineChange(contact);
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
        change({ state }, t('card.stateChanged', { state: t(`state.${state}`) }))
      }
    />
  );
};

export const StatusChoice = ({ contact }: ChoiceProps) => {
  const t = useTranslate();
  const change = useInlineChange(contact);
  const { data: statuses = [] } = useContactStatuses();
  const { status } = contact;
  const none = <Muted>{t('status.none')}</Muted>;
  const choices = statuses.map((one) => ({
    key: one.documentId,
    value: one,
    label: <StatusLabel status={one} />,
  }));
  return (
    <InlineChoice
      ariaLabel={t('card.valueOf', {
        field: t('field.status'),
        value: status?.displayName ?? t('status.none'),
      })}
      current={status ? <StatusLabel status={status} /> : none}
      currentKey={status?.documentId ?? NONE}
      disabled={!useCan('contacts.update')}
      choices={[...choices, { key: NONE, value: null, label: none }]}
      onChoose={(next) =>
        change(
          { status: next },
          next ? t('card.statusChanged', { status: next.displayName }) : t('card.statusCleared')
        )
      }
    />
  );
};

export const OwnerChoice = ({ contact }: ChoiceProps) => {
  const t = useTranslate();
  const change = useInlineChange(contact);
  const { data: owners = [] } = useOwners();
  const { owner } = contact;
  return (
    <InlineChoice
      ariaLabel={t('card.valueOf', {
        field: t('field.owner'),
        value: owner?.name ?? t('owner.none'),
      })}
      current={
        <Typography textColor={owner ? 'neutral800' : 'neutral600'}>
          {owner ? t('card.owner', { name: owner.name }) : t('owner.none')}
        </Typography>
      }
      currentKey={owner ? String(owner.id) : NONE}
      disabled={!useCan('contacts.update')}
      choices={[
        ...owners.map((one) => ({ key: String(one.id), value: one, label: one.name })),
        { key: NONE, value: null, label: <Muted>{t('owner.none')}</Muted> },
      ]}
      onChoose={(next) =>
        change(
          { owner: next },
          next ? t('card.ownerChanged', { name: next.name }) : t('card.ownerCleared')
        )
      }
    />
  );
};

const Muted = ({ children }: { children: string }) => (
  <Typography textColor="neutral600">{children}</Typography>
);
