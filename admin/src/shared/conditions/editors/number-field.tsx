import { Box, NumberInput } from '@strapi/design-system';
import { useBuilder } from './builder-context';

interface NumberFieldProps {
  label: string;
  value: number | undefined;
  onChange: (value: number | undefined) => void;
  /** Whole numbers from here on; any number when left out. */
  from?: number;
}

export const NumberField = ({ label, value, onChange, from }: NumberFieldProps) => {
  const { isDisabled } = useBuilder();
  const change = (next: number | undefined) =>
    onChange(next === undefined || from === undefined ? next : Math.max(from, Math.floor(next)));
  return (
    <Box width="10rem">
      <NumberInput
        size="S"
        aria-label={label}
        value={value}
        disabled={isDisabled}
        onValueChange={change}
      />
    </Box>
  );
};
