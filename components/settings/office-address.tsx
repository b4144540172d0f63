import { PhoneLink } from '@/components/ui/phone-link';

type OfficeAddressProps = {
  office: {
    officeName: string;
    carrierName: string;
    street: string;
    postalCode: string;
    townName: string;
    phone: string;
    email: string;
  };
  labels: { phone: string; mail: string };
};

/** Where the office is and how to reach it. */
export function OfficeAddress({ office, labels }: OfficeAddressProps) {
  return (
    <address className="not-italic" lang="de">
      <strong>{office.officeName}</strong>
      <br />
      {office.carrierName}
      <br />
      {office.street}
      <br />
      {office.postalCode} {office.townName}
      <br />
      {labels.phone} <PhoneLink number={office.phone} />
      <br />
      {labels.mail} <a href={`mailto:${office.email}`}>{office.email}</a>
    </address>
  );
}
