import { CheckboxGroup } from '@/components/form/checkbox-group';
import { Select } from '@/components/form/select';

type RightsFieldsProps = {
  labels: {
    roles: string;
    rolesHint: string;
    partner: string;
    partnerHint: string;
    noPartner: string;
  };
  roles: { value: string; label: string; hint: string }[];
  partners: { id: string; name: string }[];
  held?: string[] | undefined;
  partnerId?: string | null | undefined;
};

/** Which rights somebody has and, for a partner, whom they act for. */
export function RightsFields({ labels, roles, partners, held, partnerId }: RightsFieldsProps) {
  return (
    <>
      <CheckboxGroup
        name="roles"
        label={labels.roles}
        hint={labels.rolesHint}
        // Neither demanded nor voluntary: somebody may hold none of them.
        optionalText=""
        options={roles}
        defaultValue={held}
      />
      <Select
        whoSees="nobody"
        name="partner"
        label={labels.partner}
        hint={labels.partnerHint}
        defaultValue={partnerId ?? ''}
        options={[
          { value: '', label: labels.noPartner },
          ...partners.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </>
  );
}
