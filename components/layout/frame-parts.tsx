import { Logo } from '@/components/brand/logo';
import { Icon } from '@/components/ui/icons';
import { PhoneLink } from '@/components/ui/phone-link';
import type { FrameProps, LanguageLink, NavItem } from './frame-types';

export function SkipLink({ label }: { label: string }) {
  return (
    <a className="skip" href="#inhalt">
      {label}
    </a>
  );
}

type HelpStripProps = Pick<
  FrameProps,
  'phone' | 'account' | 'accountForm' | 'area' | 'demoBanner' | 'labels'
>;

/** The slate edge on top of every page: who to call, and one's own things. */
export function HelpStrip({
  phone,
  account = [],
  accountForm,
  area,
  demoBanner,
  labels,
}: HelpStripProps) {
  return (
    <section className="strip" aria-label={labels.help}>
      {demoBanner ? <div className="strip-demo">{demoBanner}</div> : null}
      <div className="strip-row">
        {phone.number === '' ? null : (
          <p className="strip-phone">
            <Icon name="phone" />
            <span className="strip-label">{phone.label}</span> <PhoneLink number={phone.number} />
            {phone.note ? <span className="strip-note">{phone.note}</span> : null}
          </p>
        )}
        {account.length > 0 || accountForm ? (
          <div className="strip-account">
            {account.map((item) => (
              <a key={item.href} href={item.href} aria-current={item.current ? 'page' : undefined}>
                {item.label}
              </a>
            ))}
            {accountForm}
          </div>
        ) : null}
      </div>
      {area}
    </section>
  );
}

export function Brand({ site }: Pick<FrameProps, 'site'>) {
  return (
    <a className="brand" href={site.homeHref}>
      <Logo />
      <span>
        <span className="brand-name">{site.name}</span> {/* A dot never begins a line. */}
        <span className="brand-place">{site.place.replaceAll(' · ', '\u00a0· ')}</span>
      </span>
    </a>
  );
}

type FrameNavProps = Pick<FrameProps, 'nav' | 'languages' | 'labels'>;

/** Opens without script on a phone; lies open where there is room and the browser knows how. */
export function FrameNav({ nav, languages, labels }: FrameNavProps) {
  return (
    <details className="menu">
      <summary>
        <Icon name="menu" />
        {labels.menu}
      </summary>
      <div className="menu-inside">
        <nav aria-label={labels.nav}>
          <ul className="menu-items">
            {nav.map((item) => (
              <MenuItem key={item.href} item={item} />
            ))}
          </ul>
        </nav>
        <Languages languages={languages} label={labels.languages} />
      </div>
    </details>
  );
}

function MenuItem({ item }: { item: NavItem }) {
  return (
    <li className={item.group ? 'menu-group' : undefined}>
      {item.group ? <span className="menu-heading">{item.group}</span> : null}
      <a href={item.href} aria-current={item.current ? 'page' : undefined}>
        {item.label}
        {item.count ? <span className="menu-count tabular">{item.count}</span> : null}
      </a>
    </li>
  );
}

function Languages({ languages, label }: { languages: LanguageLink[]; label: string }) {
  if (languages.length === 0) return null;
  return (
    <nav className="languages" aria-label={label}>
      <ul>
        {languages.map((language) => (
          <li key={language.href}>
            <a
              href={language.href}
              lang={language.lang}
              hrefLang={language.lang}
              aria-current={language.current ? 'true' : undefined}
              target={language.beside ? '_blank' : undefined}
            >
              {language.label}
              {language.beside ? (
                <>
                  <span aria-hidden="true">{'\u00a0↗'}</span>
                  <span className="visually-hidden"> {language.beside}</span>
                </>
              ) : null}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export function FrameHeader(frame: FrameProps | Omit<FrameProps, 'children'>) {
  return (
    <header className="header">
      <div className="header-row">
        <Brand site={frame.site} />
      </div>
      <FrameNav {...frame} />
    </header>
  );
}
