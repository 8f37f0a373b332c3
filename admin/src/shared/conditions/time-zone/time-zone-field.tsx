import { useId, useState } from 'react';
import { Box, Button, Flex, Popover, Typography } from '@strapi/design-system';
import { CaretDown } from '@strapi/icons';
import { SearchChoice, type SearchOption } from '../../search-choice';
import { useTranslate } from '../../translate';
import { useCatalogue } from '../api';
import { findTimeZones } from './time-zones';

interface TimeZoneFieldProps {
  /** Null: the site's. */
  value: string | null;
  onChange: (value: string | null) => void;
  disabled?: boolean;
}

/** Where the days of a rule begin and end. */
export const TimeZoneField = ({ value, onChange, disabled = false }: TimeZoneFieldProps) => {
  const t = useTranslate();
  const [isOpen, setOpen] = useState(false);
  const hint = useId();
  const { data: catalogue } = useCatalogue();
  const site = { name: t('timeZone.site', { zone: catalogue?.timeZone ?? '' }), detail: null };
  const shown = value === null ? site.name : value.replaceAll('_', ' ');
  const find = (q: string): Promise<SearchOption[]> => {
    const zones = findTimeZones(q, value);
    return Promise.resolve(q === '' ? [{ documentId: SITE, ...site }, ...zones] : zones);
  };
  const choose = (option: SearchOption | null) => {
    if (!option) return;
    setOpen(false);
    onChange(option.documentId === SITE ? null : option.documentId);
  };
  return (
    <Flex gap={3} wrap="wrap" paddingTop={4}>
      <Typography variant="pi" fontWeight="bold">
        {t('timeZone.label')}
      </Typography>
      <Popover.Root open={isOpen} onOpenChange={setOpen}>
        <Popover.Trigger>
          <Button
            variant="tertiary"
            size="S"
            endIcon={<CaretDown />}
            disabled={disabled}
            aria-label={t('card.valueOf', { field: t('timeZone.label'), value: shown })}
            aria-describedby={hint}
          >
            {shown}
          </Button>
        </Popover.Trigger>
        <Popover.Content side="top" align="start">
          <Box padding={3} width="30rem">
            <SearchChoice
              label={t('timeZone.search')}
              kind={`time-zones ${site.name}`}
              find={find}
              chosen={null}
              without={[value ?? SITE]}
              onChoose={choose}
            />
          </Box>
        </Popover.Content>
      </Popover.Root>
      <Typography id={hint} variant="pi" textColor="neutral600">
        {t('timeZone.hint')}
      </Typography>
    </Flex>
  );
};

/** No zone is called so. */
const SITE = '';
