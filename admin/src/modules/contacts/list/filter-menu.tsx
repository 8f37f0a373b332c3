import { Box } from '@strapi/design-system';
import { ListButton } from '../../../shared/list-button';
import { useTranslate } from '../../../shared/translate';
import { DATE_FILTERS, OPTION_FILTERS, type FilterName } from './filters';

const NAMES: FilterName[] = [...OPTION_FILTERS, ...DATE_FILTERS];

/** What the list can be filtered by. */
export const FilterMenu = ({ onPick }: { onPick: (name: FilterName) => void }) => {
  const t = useTranslate();
  return (
    <Box padding={1} minWidth="20rem">
      {NAMES.map((name) => (
        <ListButton key={name} type="button" onClick={() => onPick(name)}>
          {t(`filter.${name}`)}
        </ListButton>
      ))}
    </Box>
  );
};
