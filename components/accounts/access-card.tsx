import { QrCode } from '@/components/ui/qr-code';

type AccessCardProps = {
  card: { number: string; code: string };
  texts: {
    office: string;
    address: string;
    phone: string;
    how: string;
    call: string;
    number: string;
  };
  /** Leads to the page where the code is typed; it does not hold the code. */
  qr: { size: number; path: string };
};

/** One access card as it is printed, cut out and handed over: 24 of them fill an A4 sheet. */
export function AccessCard({ card, texts, qr }: AccessCardProps) {
  return (
    <div
      className="print-card flex h-[32mm] min-h-0 flex-col justify-between overflow-hidden text-[7.5pt] leading-[1.15]"
      lang="de"
    >
      <p className="font-bold">{texts.office}</p>
      <p className="tabular nowrap font-bold font-mono text-[10.5pt]">{card.code}</p>
      <div className="flex items-center justify-between gap-2">
        <p>
          {texts.how}
          <br />
          <strong className="hyphens-none wrap-anywhere">{texts.address}</strong>
        </p>
        <QrCode drawing={qr} label={texts.address} className="size-[12mm] shrink-0" />
      </div>
      <p>
        {texts.call} <strong className="nowrap">{texts.phone}</strong> · {texts.number}{' '}
        {card.number}
      </p>
    </div>
  );
}
