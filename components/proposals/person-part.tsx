import { PersonOfCase } from '@/components/office/person-of-case';
import type { FormAction } from '@/lib/core/form-state';
import { localized } from '@/lib/core/paths';
import { proposalsPaths } from '@/lib/proposals/paths';
import { GOES, STAYS } from '@/lib/proposals/person/rules';
import type { ProposalCase } from '@/lib/proposals/review/types';
import { PersonFields } from './person-fields';

type PersonPartProps = {
  locale: string;
  proposal: ProposalCase;
  open: boolean;
  correctAction: FormAction;
  eraseAction: FormAction;
};

/** Name and contact of whoever wrote a proposal. */
export function PersonPart({ proposal, ...rest }: PersonPartProps) {
  const { locale } = rest;
  const { number, version, nameChoice, name, contactValue, typedAddress } = proposal;
  return (
    <PersonOfCase
      {...rest}
      words="proposals-person"
      href={localized(locale, proposalsPaths.teamProposalPerson(number))}
      closeHref={localized(locale, proposalsPaths.teamProposal(number))}
      number={number}
      version={version}
      typedAddress={typedAddress}
      values={{ nameChoice, name, contact: contactValue }}
      fields={<PersonFields locale={locale} brief />}
      goes={GOES}
      stays={STAYS}
    />
  );
}
