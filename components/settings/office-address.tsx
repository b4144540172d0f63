import { Fragment } from 'react';
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

/** Where the office is and how to reach it, as far as it has been filled in. */
export function OfficeAddress({ office, labels }: OfficeAddressProps) {
  const town = `${office.postalCode} ${office.townName}`.trim();
  const lines = [office.carrierName, office.street, town].filter((line) => line !== '');
  return (
    <address className="not-italic" lang="de">
      <strong>{office.officeName}</strong>
      {lines.map((line) => (
        <Fragment key={line}>
          <br />
          {line}
        </Fragment>
      ))}
      {office.phone === '' ? null : (
        <>
          <br />
          {labels.phone} <PhoneLink number={office.phone} />
        </>
      )}
      {office.email === '' ? null : (
        <>
          <br />
          {labels.mail} <a href={`mailto:${office.email}`}>{office.email}</a>
        </>
      )}
    </address>
  );
}
