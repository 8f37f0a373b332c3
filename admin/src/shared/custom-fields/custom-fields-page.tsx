import { useState, type PropsWithChildren } from 'react';
import { Box, Button, Flex, Tabs } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useSearchParams } from 'react-router-dom';
import type {
  FieldDefinitionView,
  FieldEntityName,
} from '../../../../server/src/platform/fields/contract';
import { useEdition } from '../edition';
import { ErrorState } from '../error-state';
import { useCan } from '../permissions';
import { SettingsFrame } from '../settings-frame';
import { useTranslate } from '../translate';
import { useCustomFields } from './api';
import { DeleteField } from './delete-field';
import { DeletedFields } from './deleted-fields';
import { FieldDialog } from './field-dialog';
import { FieldTable, type FieldTask } from './field-table';
import { FIELD_ENTITIES } from './kinds';

const CustomFieldsPage = () => (
  <SettingsFrame permission="settings.read">
    <CustomFields />
  </SettingsFrame>
);

/** Of contacts, and of accounts where the edition has them; which of them is part of the address. */
const CustomFields = () => {
  const isEms = useEdition() === 'ems';
  const [search, setSearch] = useSearchParams();
  const entity = FIELD_ENTITIES.find((name) => isEms && name === search.get('entity')) ?? 'contact';
  const choose = (chosen: string) => setSearch({ entity: chosen }, { replace: true });
  return <FieldsOf entity={entity} onChoose={isEms ? choose : undefined} />;
};

interface FieldsOfProps {
  entity: FieldEntityName;
  /** Left out where there is no other. */
  onChoose: ((entity: string) => void) | undefined;
}

const FieldsOf = ({ entity, onChoose }: FieldsOfProps) => {
  const t = useTranslate();
  const canUpdate = useCan('settings.update');
  const { data: fields, error, refetch } = useCustomFields(entity);
  const [task, setTask] = useState<FieldTask | null>(null);
  const close = () => setTask(null);
  if (error && !fields) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const isDeleted = ({ deletedAt }: FieldDefinitionView) => deletedAt !== null;
  return (
    <SettingsFrame.Page
      title={t('fields.title')}
      subtitle={t(`fields.subtitle.${entity}`)}
      action={
        canUpdate && (
          <Button startIcon={<Plus />} onClick={() => setTask({ what: 'add' })}>
            {t('fields.add')}
          </Button>
        )
      }
    >
      <EntityTabs entity={entity} onChoose={onChoose}>
        <Flex direction="column" alignItems="stretch" gap={8}>
          <FieldTable
            entity={entity}
            fields={fields?.filter((field) => !isDeleted(field))}
            onTask={canUpdate ? setTask : undefined}
          />
          <DeletedFields fields={(fields ?? []).filter(isDeleted)} canRestore={canUpdate} />
        </Flex>
      </EntityTabs>
      {task && task.what !== 'delete' && (
        <FieldDialog
          entity={entity}
          field={task.what === 'edit' ? task.field : null}
          onClose={close}
        />
      )}
      {task?.what === 'delete' && <DeleteField field={task.field} onClose={close} />}
    </SettingsFrame.Page>
  );
};

const EntityTabs = ({ entity, onChoose, children }: PropsWithChildren<FieldsOfProps>) => {
  const t = useTranslate();
  if (!onChoose) return children;
  return (
    <Tabs.Root variant="simple" value={entity} onValueChange={onChoose}>
      <Tabs.List aria-label={t('fields.of')}>
        {FIELD_ENTITIES.map((name) => (
          <Tabs.Trigger key={name} value={name}>
            {t(`fields.of.${name}`)}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      <Tabs.Content value={entity}>
        <Box paddingTop={6}>{children}</Box>
      </Tabs.Content>
    </Tabs.Root>
  );
};

export default CustomFieldsPage;
