import { Grid, Typography } from '@strapi/design-system';
import type {
  ContactDetail,
  FieldDescription,
} from '../../../../../server/src/modules/contacts/contract';
import { Panel } from '../../../shared/panel';
import { useTranslate } from '../../../shared/translate';
import { isInForm, type ProfileGroup } from './profile-fields';
import { ProfileInput } from './profile-input';
import { ReadOnlyField } from './read-only-field';

interface ProfileGroupPanelProps extends ProfileGroup {
  contact: ContactDetail;
  canEdit: boolean;
}

export const ProfileGroupPanel = ({ group, fields, contact, canEdit }: ProfileGroupPanelProps) => {
  const t = useTranslate();
  return (
    <Panel title={t(`profile.group.${group}`)}>
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
              <ReadOnlyField field={field} contact={contact} />
            )}
          </Grid.Item>
        ))}
      </Grid.Root>
      {fields.length === 0 && <Typography>–</Typography>}
    </Panel>
  );
};

const isWide = ({ type, name }: FieldDescription): boolean =>
  (type === 'text' && name !== 'website') ||
  type === 'richtext' ||
  (type === 'json' && name !== 'tags');
