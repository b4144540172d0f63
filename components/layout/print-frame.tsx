import './printed.css';
import type { ReactNode } from 'react';
import { Logo } from '@/components/brand/logo';
import type { LogoImage } from './frame-types';

export type PrintOffice = {
  name: string;
  address: string;
  phone: string;
  web?: string | undefined;
};

type PrintFrameProps = {
  /** Screen only: the way back and how to print. */
  toolbar?: ReactNode;
  children: ReactNode;
};

/** A page that is made for paper: on screen the sheets lie on a table, printed they are alone. */
export function PrintFrame({ toolbar, children }: PrintFrameProps) {
  return (
    <main className="print-table" id="inhalt" tabIndex={-1}>
      {toolbar ? <div className="print-toolbar no-print">{toolbar}</div> : null}
      {children}
    </main>
  );
}

type PrintSheetProps = {
  paper?: 'a4' | 'a3' | 'a4-landscape' | undefined;
  /** Large type for posters. */
  poster?: boolean | undefined;
  foot?: ReactNode;
  children: ReactNode;
};

/** One sheet of paper. */
export function PrintSheet({ paper = 'a4', poster = false, foot, children }: PrintSheetProps) {
  return (
    <section className={`sheet sheet-${paper}${poster ? ' sheet-poster' : ''}`}>
      <div className="sheet-body">{children}</div>
      {foot}
    </section>
  );
}

type PrintFootProps = {
  office: PrintOffice;
  /** An SVG or picture of the code. */
  qr?: ReactNode;
  qrText?: string | undefined;
  note?: ReactNode;
  logos?: LogoImage[] | undefined;
};

/** At the foot of every sheet: name, address, phone and, for phones, the code. */
export function PrintFoot({ office, qr, qrText, note, logos = [] }: PrintFootProps) {
  return (
    <footer className="sheet-foot">
      <Logo />
      <div className="sheet-office">
        <p className="sheet-name">{office.name}</p>
        <p>{office.address}</p>
        <p>
          <strong className="nowrap tabular">{office.phone}</strong>
          {office.web ? <> · {office.web}</> : null}
        </p>
        {note ? <p className="sheet-note">{note}</p> : null}
      </div>
      {qr ? (
        <div className="sheet-qr">
          {qr}
          {qrText ? <p>{qrText}</p> : null}
        </div>
      ) : null}
      {logos.length > 0 ? (
        <div className="sheet-logos">
          {logos.map((logo) => (
            // biome-ignore lint/performance/noImgElement: files are sized when they are stored
            <img
              key={logo.src}
              src={logo.src}
              alt={logo.alt}
              width={logo.width}
              height={logo.height}
            />
          ))}
        </div>
      ) : null}
    </footer>
  );
}

/** Characters from which on a title in poster size would not leave room for the rest. */
const LONG_TITLE = 64;

type PrintTitleProps = { overline?: ReactNode; title: string; text?: ReactNode };

/** What the sheet is about, readable from two metres on a poster. */
export function PrintTitle({ overline, title, text }: PrintTitleProps) {
  return (
    <div className={title.length > LONG_TITLE ? 'sheet-title sheet-title-long' : 'sheet-title'}>
      {overline ? <p className="sheet-overline">{overline}</p> : null}
      <h1>{title}</h1>
      {text ? <p className="sheet-lead">{text}</p> : null}
    </div>
  );
}
