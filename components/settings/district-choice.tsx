import type { WhoSees } from '@/components/form/field-parts';
import { HiddenFields } from '@/components/form/hidden-fields';
import { RadioGroup } from '@/components/form/radio-group';

interface DistrictChoiceProps {
  label: string;
  districts: { id: string; name: string }[];
  whoSees?: WhoSees | undefined;
  inline?: boolean | undefined;
  defaultValue?: string | undefined;
}

/** Which district it is about; an office with only one does not ask. */
export function DistrictChoice({ districts, ...rest }: DistrictChoiceProps) {
  const [first, second] = districts;
  if (first && !second) return <HiddenFields values={{ districtId: first.id }} />;
  return (
    <RadioGroup
      {...rest}
      name="districtId"
      required
      options={districts.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
