import { Skyline } from '@/components/brand/skyline';
import { PhoneLink } from '@/components/ui/phone-link';
import { QrCode } from '@/components/ui/qr-code';
import type { FrameProps, LogoImage } from './frame-types';

type FrameFooterProps = Omit<FrameProps, 'children'> & {
  /** Without the town: for the office, who sees it every day. */
  plain?: boolean | undefined;
};

/** Where to find people: the office with its address and hours, the legal pages, the funders. */
export function FrameFooter({
  office,
  phone,
  legal,
  funders,
  labels,
  printed,
  plain = false,
}: FrameFooterProps) {
  return (
    <footer className={plain ? 'footer footer-plain' : 'footer'}>
      {plain ? null : <Skyline />}
      <div className="footer-ground">
        <div className="footer-columns">
          <Office office={office} phone={phone} />
          <Hours office={office} />
          <nav aria-label={labels.footer}>
            <ul className="footer-legal">
              {legal.map((link) => (
                <li key={link.href}>
                  <a href={link.href}>{link.label}</a>
                </li>
              ))}
            </ul>
          </nav>
        </div>
      </div>
      {printed ? (
        <div className="print-only printed">
          <QrCode drawing={printed.qr} label={printed.qrLabel} className="printed-qr" />
          <p>{printed.text}</p>
        </div>
      ) : null}
      {funders && funders.logos.length > 0 ? <Funders {...funders} /> : null}
    </footer>
  );
}

function Office({ office, phone }: Pick<FrameProps, 'office' | 'phone'>) {
  return (
    <div>
      <h2 className="footer-title">{office.title}</h2>
      <address>
        {office.address.map((line) => (
          <span key={line}>{line}</span>
        ))}
      </address>
      {phone.number === '' ? null : (
        <p className="footer-phone">
          {phone.label} <PhoneLink number={phone.number} />
        </p>
      )}
    </div>
  );
}

function Hours({ office }: Pick<FrameProps, 'office'>) {
  return (
    <div>
      {office.hours.length === 0 ? null : <h2 className="footer-title">{office.hoursTitle}</h2>}
      {office.hours.length === 0 ? null : (
        <dl className="footer-hours tabular">
          {office.hours.map((line) => (
            <div key={line.days}>
              <dt>{line.days}</dt>
              <dd>{line.times}</dd>
            </div>
          ))}
        </dl>
      )}
      {office.more ? (
        <p>
          <a href={office.more.href}>{office.more.label}</a>
        </p>
      ) : null}
    </div>
  );
}

function Funders({ title, logos }: NonNullable<FrameProps['funders']>) {
  return (
    <div className="funders">
      <p>{title}</p>
      <ul>
        {logos.map((logo) => (
          <li key={logo.src}>
            {logo.href ? (
              <a href={logo.href}>
                <LogoPicture {...logo} />
              </a>
            ) : (
              <LogoPicture {...logo} />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function LogoPicture({ src, alt, width, height }: LogoImage) {
  return (
    // biome-ignore lint/performance/noImgElement: files are sized when they are stored
    <img src={src} alt={alt} width={width} height={height} loading="lazy" />
  );
}
