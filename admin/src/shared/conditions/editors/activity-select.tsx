import { nameOfActivity } from '../leaves/catalogue-names';
import { useBuilder } from './builder-context';
import { Select } from './select';

interface ActivitySelectProps {
  value: string;
  onChange: (activity: string) => void;
}

export const ActivitySelect = ({ value, onChange }: ActivitySelectProps) => {
  const { catalogue, t } = useBuilder();
  const named = (name: string) => ({ value: name, label: nameOfActivity(catalogue, name, t) });
  const known = catalogue.activityTypes
    .map(({ name }) => named(name))
    .sort((a, b) => a.label.localeCompare(b.label));
  const isListed = value === '' || value === '*' || known.some((one) => one.value === value);
  return (
    <Select
      label={t('timeline.type')}
      width={20}
      value={value}
      options={[named('*'), ...(isListed ? [] : [named(value)]), ...known]}
      onChange={onChange}
    />
  );
};
