import { Checkbox } from '@strapi/design-system';
import { useTranslate } from '../../../shared/translate';
import { useWithSubsidiaries } from '../with-subsidiaries';

export const SubsidiariesSwitch = () => {
  const t = useTranslate();
  const { subsidiaries, setSubsidiaries } = useWithSubsidiaries();
  return (
    <Checkbox
      checked={subsidiaries}
      onCheckedChange={(checked) => setSubsidiaries(checked === true)}
    >
      {t('glance.withSubsidiaries')}
    </Checkbox>
  );
};
