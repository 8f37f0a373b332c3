/** The list of contacts by the groups that they are in, which the address names by their codes. */
import { useState } from 'react';
import { Box, Checkbox, Flex, Typography } from '@strapi/design-system';
import type { AddedFilterProps } from '../../../shared/list/added-filter';
import { enumerate } from '../../../shared/list/enumerate';
import { useTranslate } from '../../../shared/translate';
import { useGroupPage } from '../api';
import { SearchBox } from '../search-box';

const MOST_SHOWN = 20;

/** Those chosen stay on top, whatever is searched for. */
export const GroupFilter = ({ values, onChange }: AddedFilterProps) => {
  const t = useTranslate();
  const [q, setQ] = useState('');
  const titles = useTitles(values);
  const { data } = useGroupPage({ q, pageSize: MOST_SHOWN });
  const found = (data?.data ?? []).filter(({ name }) => !values.includes(name));
  const options = [
    ...values.map((name) => ({ name, title: titles(name) })),
    ...found.map(({ name, displayName }) => ({ name, title: displayName })),
  ];
  return (
    <Box>
      <SearchBox label={t('groups.findGroups')} onSearch={setQ} size="S" />
      <Box role="group" aria-label={t('groups.title')} maxHeight="28rem" overflow="auto">
        <Flex direction="column" alignItems="stretch" gap={3} padding={2} paddingTop={4}>
          {options.map(({ name, title }) => (
            <Checkbox
              key={name}
              checked={values.includes(name)}
              onCheckedChange={() => onChange(toggled(values, name))}
            >
              {title}
            </Checkbox>
          ))}
          {data && options.length === 0 && (
            <Typography textColor="neutral600">{t('groups.noneFound')}</Typography>
          )}
        </Flex>
      </Box>
    </Box>
  );
};

export const GroupSummary = ({ values }: Pick<AddedFilterProps, 'values'>) => {
  const t = useTranslate();
  return <>{enumerate(values.map(useTitles(values)), t)}</>;
};

/** The code where the title is not known: the group may be gone, or not be this user's to see. */
const useTitles = (names: string[]): ((name: string) => string) => {
  const { data } = useGroupPage({ name: names.join(), pageSize: MOST_SHOWN }, names.length > 0);
  const titles = new Map(data?.data.map(({ name, displayName }) => [name, displayName]));
  return (name) => titles.get(name) ?? name;
};

const toggled = (values: string[], name: string): string[] =>
  values.includes(name) ? values.filter((one) => one !== name) : [...values, name];
