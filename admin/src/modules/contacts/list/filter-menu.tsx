import { Box } from '@strapi/design-system';
import { useEdition } from '../../../shared/edition';
import { ListButton } from '../../../shared/list-button';
import { useTranslate } from '../../../shared/translate';
import { DATE_FILTERS, optionFiltersOf, type FilterName } from './filters';

/** What the list can be filtered by. */
export const FilterMenu = ({ onPick }: { onPick: (name: FilterName) => void }) => {
  const t = useTranslate();
  const names = [...optionFiltersOf(useEdition()), ...DATE_FILTERS];
  return (
    <Box padding={1} minWidth="20rem">
      {names.map((name) => (
        <ListButton key={name} type="button" onClick={() => onPick(name)}>
          {t(`filter.${name}`)}
        </ListButton>
      ))}
    </Box>
  );
};
