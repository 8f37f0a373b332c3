import { Badge, Box, Button, Flex, IconButton, Typography } from '@strapi/design-system';
import { ArrowDown, ArrowUp, Pencil, Plus, Trash } from '@strapi/icons';
import type {
  FieldDefinitionView,
  FieldEntityName,
} from '../../../../server/src/platform/fields/contract';
import { DataTable } from '../data-table';
import type { Column } from '../data-table-column';
import { useNotify } from '../notices';
import { toProblem } from '../problem';
import { useTranslate, type Translate } from '../translate';
import { useOrderFields } from './api';
import { moved } from './field-order';

export type FieldTask = { what: 'add' } | { what: 'edit' | 'delete'; field: FieldDefinitionView };

interface FieldTableProps {
  entity: FieldEntityName;
  /** In their order; undefined while they load. */
  fields: FieldDefinitionView[] | undefined;
  /** Left out for who may not change anything. */
  onTask: ((task: FieldTask) => void) | undefined;
}

export const FieldTable = ({ entity, fields, onTask }: FieldTableProps) => {
  const t = useTranslate();
  const { move, isMoving } = useMove(entity, fields ?? []);
  if (fields?.length === 0) return <NoFields {...{ entity, onTask }} />;
  const actions: Column<FieldDefinitionView> = {
    id: 'actions',
    label: t('common.actions'),
    align: 'end',
    width: 17,
    cell: (field) =>
      onTask && <Actions field={field} fields={fields ?? []} {...{ move, isMoving, onTask }} />,
  };
  return (
    <DataTable
      label={t('fields.title')}
      columns={[...columnsOf(t), actions]}
      rows={fields}
      keyOf={({ documentId }) => documentId}
      skeletonRows={4}
    />
  );
};

const NoFields = ({ entity, onTask }: Omit<FieldTableProps, 'fields'>) => {
  const t = useTranslate();
  return (
    <Box background="neutral0" padding={10} hasRadius shadow="tableShadow">
      <Flex direction="column" gap={3}>
        <Typography variant="delta" tag="h2">
          {t('fields.empty')}
        </Typography>
        <Typography textColor="neutral600" textAlign="center">
          {t(`fields.emptyHint.${entity}`)}
        </Typography>
        {onTask && (
          <Button startIcon={<Plus />} onClick={() => onTask({ what: 'add' })}>
            {t('fields.add')}
          </Button>
        )}
      </Flex>
    </Box>
  );
};

/** Narrow enough that the buttons are in sight on a small window. */
const columnsOf = (t: Translate): Column<FieldDefinitionView>[] => [
  {
    id: 'displayName',
    label: t('fields.displayName'),
    width: 16,
    cell: ({ displayName, required }) => (
      <Flex gap={2}>
        <Typography ellipsis fontWeight="semiBold" title={displayName}>
          {displayName}
        </Typography>
        {required && <Badge>{t('fields.required')}</Badge>}
      </Flex>
    ),
  },
  {
    id: 'kind',
    label: t('fields.kind'),
    width: 11,
    cell: ({ kind }) => t(`fields.kind.${kind}`),
  },
  {
    id: 'name',
    label: t('fields.name'),
    width: 13,
    cell: ({ name }) => <Typography textColor="neutral600">{name}</Typography>,
  },
];

interface ActionsProps {
  field: FieldDefinitionView;
  fields: FieldDefinitionView[];
  move: (field: FieldDefinitionView, by: 1 | -1) => void;
  isMoving: boolean;
  onTask: (task: FieldTask) => void;
}

const Actions = ({ field, fields, move, isMoving, onTask }: ActionsProps) => {
  const t = useTranslate();
  const name = field.displayName;
  const place = fields.indexOf(field);
  return (
    <Flex gap={1} justifyContent="flex-end">
      <IconButton
        variant="ghost"
        label={t('fields.moveUp', { name })}
        disabled={place === 0 || isMoving}
        onClick={() => move(field, -1)}
      >
        <ArrowUp />
      </IconButton>
      <IconButton
        variant="ghost"
        label={t('fields.moveDown', { name })}
        disabled={place === fields.length - 1 || isMoving}
        onClick={() => move(field, 1)}
      >
        <ArrowDown />
      </IconButton>
      <IconButton
        variant="ghost"
        label={t('fields.edit', { name })}
        onClick={() => onTask({ what: 'edit', field })}
      >
        <Pencil />
      </IconButton>
      <IconButton
        variant="ghost"
        label={t('fields.delete', { name })}
        onClick={() => onTask({ what: 'delete', field })}
      >
        <Trash />
      </IconButton>
    </Flex>
  );
};

const useMove = (entity: FieldEntityName, fields: FieldDefinitionView[]) => {
  const t = useTranslate();
  const notify = useNotify();
  const { mutate, isPending } = useOrderFields(entity);
  const move = (field: FieldDefinitionView, by: 1 | -1) => {
    const order = moved(
      fields.map(({ documentId }) => documentId),
      field.documentId,
      by
    );
    mutate(order, {
      onError: (error) =>
        notify({ type: 'danger', message: toProblem(error).message ?? t('error.title') }),
    });
  };
  return { move, isMoving: isPending };
};
