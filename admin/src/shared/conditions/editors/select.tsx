import { Box, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useBuilder } from './builder-context';

interface SelectProps<Value extends string> {
  /** What is being chosen, for assistive technology. */
  label: string;
  value: Value | '';
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
  /** In rem. */
  width?: number;
}

/** One of a few, in a line of inputs. */
export const Select = <Value extends string>(props: SelectProps<Value>) => {
  const { label, value, options, onChange, width = 18 } = props;
  const { isDisabled } = useBuilder();
  const choose = (chosen: string | number) => {
    const option = options.find((one) => one.value === String(chosen));
    if (option) onChange(option.value);
  };
  return (
    <Box width={`${width}rem`} maxWidth="100%">
      <SingleSelect
        size="S"
        aria-label={label}
        placeholder={label}
        value={value}
        disabled={isDisabled}
        onChange={choose}
      >
        {options.map((option) => (
          <SingleSelectOption key={option.value} value={option.value}>
            {option.label}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Box>
  );
};
