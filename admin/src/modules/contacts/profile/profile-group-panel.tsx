import type { ReactNode } from 'react';
import { Grid, Typography } from '@strapi/design-system';
import type { FieldDescription } from '../../../../../server/src/platform/fields/contract';
import { Panel } from '../../../shared/panel';
import { useTranslate } from '../../../shared/translate';
import { isInForm, type ProfileGroup } from './profile-fields';
import { ProfileInput } from './profile-input';
import { ReadOnlyField } from './read-only-field';

interface ProfileGroupPanelProps extends ProfileGroup {
  canEdit: boolean;
  editorPath: string;
  show: (field: FieldDescription) => ReactNode;
}

export const ProfileGroupPanel = (props: ProfileGroupPanelProps) => {
  const { group, section, fields, canEdit, editorPath, show } = props;
  const t = useTranslate();
  return (
    <Panel title={section ?? t(`profile.group.${group}`)}>
      <Grid.Root gap={4}>
        {fields.map((field) => (
          <Grid.Item
            key={field.name}
            col={isWide(field) ? 12 : 6}
            xs={12}
            direction="column"
            alignItems="stretch"
          >
            {isInForm(field) ? (
              <ProfileInput field={field} disabled={!canEdit} />
            ) : (
              <ReadOnlyField field={field} editorPath={editorPath}>
                {show(field)}
              </ReadOnlyField>
            )}
          </Grid.Item>
        ))}
      </Grid.Root>
      {fields.length === 0 && <Typography>–</Typography>}
    </Panel>
  );
};

const isWide = ({ type, name, custom }: FieldDescription): boolean =>
  (type === 'text' && name !== 'website') ||
  type === 'richtext' ||
  (type === 'json' && name !== 'tags' && !custom);
