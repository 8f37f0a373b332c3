import { useState } from 'react';
import { Field, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import type { SeenAs } from '../../../../../server/src/modules/personalisation/contract';
import { useEdition } from '../../../shared/edition';
import { useMay } from '../../../shared/permissions';
import { PluginProviders } from '../../../shared/plugin-providers';
import { toProblem } from '../../../shared/problem';
import { SearchChoice, type SearchOption } from '../../../shared/search-choice';
import { Skeleton } from '../../../shared/skeleton';
import { useTranslate } from '../../../shared/translate';
import { findPageGroups, findPeople, usePreview, type Previewed } from '../api';
import { SeenParts } from './seen-parts';
import { SplitResults } from './split-results';

type Eyes = 'stranger' | 'group' | 'contact';

const WhoSeesWhat = (previewed: Previewed) => (
  <PluginProviders>
    <Chooser {...previewed} />
  </PluginProviders>
);

const Chooser = (previewed: Previewed) => {
  const t = useTranslate();
  const may = useMay();
  const edition = useEdition();
  const [eyes, setEyes] = useState<Eyes>('stranger');
  const [chosen, setChosen] = useState<SearchOption | null>(null);
  if (edition === 'cms') return <Typography>{t('personalisation.emsOnly')}</Typography>;
  const look = (value: string | number) => {
    setEyes(value as Eyes);
    setChosen(null);
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%">
      <Field.Root name="seen-as">
        <Field.Label>{t('personalisation.seenBy')}</Field.Label>
        <SingleSelect value={eyes} onChange={look}>
          <SingleSelectOption value="stranger">{t('personalisation.stranger')}</SingleSelectOption>
          <SingleSelectOption value="group">{t('personalisation.group')}</SingleSelectOption>
          {may('contacts.read') && (
            <SingleSelectOption value="contact">{t('personalisation.contact')}</SingleSelectOption>
          )}
        </SingleSelect>
      </Field.Root>
      {eyes !== 'stranger' && (
        <SearchChoice
          key={eyes}
          label={t(`personalisation.choose.${eyes}`)}
          kind={eyes === 'group' ? 'page-groups' : 'contacts'}
          find={eyes === 'group' ? findPageGroups : findPeople}
          nothing={t(eyes === 'group' ? 'audience.noGroups' : 'search.nothing')}
          chosen={chosen}
          onChoose={setChosen}
        />
      )}
      <Preview previewed={previewed} as={toSeenAs(eyes, chosen)} />
    </Flex>
  );
};

const toSeenAs = (eyes: Eyes, chosen: SearchOption | null): SeenAs | null => {
  if (eyes === 'stranger') return { stranger: true };
  if (!chosen) return null;
  return eyes === 'group' ? { group: chosen.documentId } : { contact: chosen.documentId };
};

const Preview = ({ previewed, as }: { previewed: Previewed; as: SeenAs | null }) => {
  const t = useTranslate();
  const { data, error } = usePreview(previewed, as);
  if (!as) return null;
  if (error) {
    return (
      <Typography textColor="danger600" role="alert">
        {toProblem(error).message ?? t('error.title')}
      </Typography>
    );
  }
  if (!data) return <Skeleton $width="100%" />;
  const { entry, lists, splits } = data;
  return (
    <>
      {entry && <SeenParts title={t('personalisation.entry')} parts={[entry]} />}
      {lists.map(({ path, parts }) => (
        <SeenParts key={path} title={readPath(path)} parts={parts} />
      ))}
      {!entry && lists.length === 0 && (
        <Typography textColor="neutral600">{t('personalisation.nothing')}</Typography>
      )}
      <Typography variant="pi" textColor="neutral600">
        {t('personalisation.asSaved')}
      </Typography>
      {splits.map((split) => (
        <SplitResults key={split} split={split} />
      ))}
    </>
  );
};

/** `sections.0.buttons` as an editor counts. */
const readPath = (path: string): string =>
  path
    .split('.')
    .map((part) => (/^\d+$/.test(part) ? String(Number(part) + 1) : part))
    .join(' › ');

export default WhoSeesWhat;
