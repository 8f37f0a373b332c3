/** A field as it is being made or edited in the dialog. */
import { useState } from 'react';
import type {
  FieldDefinitionView,
  FieldEntityName,
} from '../../../../server/src/platform/fields/contract';
import { useNotify } from '../notices';
import { toProblem } from '../problem';
import { toCode } from '../to-code';
import { useTranslate } from '../translate';
import { useChangeField, useCreateField } from './api';
import { emptyDraft, toDraft, toRequest, type Draft } from './field-draft';

export interface FieldDialogProps {
  entity: FieldEntityName;
  /** Null makes a new one. */
  field: FieldDefinitionView | null;
  onClose: () => void;
}

/** The code follows the name until it is typed by hand; afterwards it is the field's identity. */
export const useFieldDraft = ({ entity, field, onClose }: FieldDialogProps) => {
  const t = useTranslate();
  const notify = useNotify();
  const create = useCreateField();
  const change = useChangeField();
  const [typed, setTyped] = useState<Draft>(field ? toDraft(field) : emptyDraft(entity));
  const [hasOwnName, setOwnName] = useState(field !== null);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const draft = hasOwnName ? typed : { ...typed, name: toCode(typed.displayName, '_') };
  const save = async () => {
    if (!draft.displayName.trim()) {
      setProblems({ displayName: t('fields.displayNameMissing') });
      return;
    }
    try {
      const { entity: of, name, kind, ...changeable } = toRequest(draft);
      if (field) await change.mutateAsync({ documentId: field.documentId, change: changeable });
      else await create.mutateAsync({ entity: of, name, kind, ...changeable });
      notify({ type: 'success', message: t('fields.saved', { name: draft.displayName }) });
      onClose();
    } catch (error) {
      const { fields, message } = toProblem(error);
      setProblems(
        Object.keys(fields).length > 0
          ? byInput(fields)
          : { displayName: message ?? t('error.title') }
      );
    }
  };
  const set = (part: Partial<Draft>) => {
    if ('name' in part) setOwnName(true);
    setTyped({ ...draft, ...part });
  };
  return { draft, set, save, problems, isSaving: create.isPending || change.isPending };
};

/** `options[0].label` is said under the options. */
const byInput = (fields: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(fields).map(([path, message]) => [path.split(/[.[]/)[0] ?? path, message])
  );
