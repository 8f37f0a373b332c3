import { Box, Flex, IconButton, Typography } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { DateRangeEditor } from '../../../shared/date-range-editor';
import { OptionList } from '../../../shared/option-list';
import { useTranslate } from '../../../shared/translate';
import { isDateFilter, type FilterName } from './filters';
import { withChange, type ListState } from './list-state';
import { useFilterOptions } from './use-filter-options';

interface FilterEditorProps {
  name: FilterName;
  state: ListState;
  onChange: (state: ListState) => void;
  onBack?: () => void;
}

/** Applies as one clicks: the list behind is the preview. */
export const FilterEditor = ({ name, state, onChange, onBack }: FilterEditorProps) => {
  const t = useTranslate();
  return (
    <Box padding={2} width="28rem">
      <Flex gap={1} paddingBottom={2}>
        {onBack && (
          <IconButton variant="ghost" label={t('common.back')} onClick={onBack}>
            <ArrowLeft />
          </IconButton>
        )}
        <Typography variant="sigma" textColor="neutral600">
          {t(`filter.${name}`)}
        </Typography>
      </Flex>
      <Editor name={name} state={state} onChange={onChange} />
    </Box>
  );
};

const Editor = ({ name, state, onChange }: Omit<FilterEditorProps, 'onBack'>) => {
  const t = useTranslate();
  const options = useFilterOptions();
  if (isDateFilter(name)) {
    return (
      <DateRangeEditor
        range={state.dates[name] ?? { from: null, to: null }}
        onChange={(range) => {
          onChange(withChange(state, { dates: { ...state.dates, [name]: range } }));
        }}
      />
    );
  }
  return (
    <OptionList
      label={t(`filter.${name}`)}
      options={options[name]}
      selected={state.options[name] ?? []}
      onChange={(selected) => {
        onChange(withChange(state, { options: { ...state.options, [name]: selected } }));
      }}
    />
  );
};
