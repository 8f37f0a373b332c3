import { Box, Typography } from '@strapi/design-system';
import { Copyable } from '../../../shared/copyable';
import { useTranslate } from '../../../shared/translate';

/** The one line a site needs, with a button that copies it. */
export const ScriptTag = ({ tag }: { tag: string }) => {
  const t = useTranslate();
  return (
    <Box>
      <Typography tag="p" paddingBottom={2}>
        {t('setup.paste')}
      </Typography>
      <Copyable label={t('setup.scriptTag')} text={tag} />
    </Box>
  );
};
