import { PersonOfCase } from '@/components/office/person-of-case';
import type { FormAction } from '@/lib/core/form-state';
import { localized } from '@/lib/core/paths';
import type { RequestInOffice } from '@/lib/initiatives/handling/types';
import { initiativesPaths } from '@/lib/initiatives/paths';
import { GOES, STAYS } from '@/lib/initiatives/person/rules';
import { AskerFields } from './quick-request-fields';
import { ReachFields } from './reach-fields';

type PersonPartProps = {
  locale: string;
  request: RequestInOffice;
  /** Names of known groups, suggested while typing. */
  groups: string[];
  open: boolean;
  correctAction: FormAction;
  eraseAction: FormAction;
};

/** Each way has its own field, see `ReachFields`. */
const FIELD_OF = { MAIL: 'mail', PHONE: 'phone', LETTER: 'letter', NUMBER: 'none' } as const;

/** Name and contact of whoever asked for support. */
export function PersonPart({ request, groups, ...rest }: PersonPartProps) {
  const { locale } = rest;
  const { number, version, name, groupName, contactKind, contactValue, typedAddress } = request;
  return (
    <PersonOfCase
      {...rest}
      words="initiatives-person"
      href={localized(locale, initiativesPaths.teamRequestPerson(number))}
      closeHref={localized(locale, initiativesPaths.teamRequest(number))}
      number={number}
      version={version}
      typedAddress={typedAddress}
      values={{ name, groupName, contactKind, [FIELD_OF[contactKind]]: contactValue }}
      fields={
        <>
          <AskerFields locale={locale} groups={groups} />
          <ReachFields locale={locale} short />
        </>
      }
      goes={GOES}
      stays={STAYS}
    />
  );
}
