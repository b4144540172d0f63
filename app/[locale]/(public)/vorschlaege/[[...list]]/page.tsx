import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { titled } from '@/app/[locale]/page-title';
import { PublicShell } from '@/app/[locale]/shell';
import { ProposalList } from '@/components/proposals/proposal-list';
import { sentence } from '@/lib/i18n/sentence';
import { proposalsPaths } from '@/lib/proposals/paths';
import { listProposals } from '@/lib/proposals/reading/queries';
import { type ProposalFilter, readListPath } from '@/lib/proposals/reading/rules';
import { getOffice } from '@/lib/settings/queries';
import type { Office } from '@/lib/settings/types';

interface Props {
  params: Promise<{ locale: string; list?: string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, list = [] } = await params;
  const asked = readListPath(list);
  if (!asked) notFound();
  return titled(locale, await titleOf(asked.filter, await getOffice({ locale }), locale));
}

/** Public proposals: all, of a district, about a subject, with a result, without an answer. */
export default async function ProposalsPage({ params }: Props) {
  const { locale, list = [] } = await params;
  const asked = readListPath(list);
  if (!asked) notFound();
  const { filter } = asked;
  const page = await listProposals({ locale }, filter, asked.page);
  if (!page) notFound();
  const office = await getOffice({ locale });
  const listPath = pathOf(filter);
  return (
    <PublicShell
      locale={locale}
      path={proposalsPaths.proposalsPage(listPath, asked.page)}
      current="proposals"
    >
      <ProposalList
        locale={locale}
        title={await titleOf(filter, office, locale)}
        filter={filter}
        listPath={listPath}
        page={page}
        districts={office.districts.map(({ slug, name }) => ({ slug, label: name }))}
        categories={office.categories}
      />
    </PublicShell>
  );
}

function pathOf(filter: ProposalFilter): string {
  if (filter.kind === 'district') return proposalsPaths.proposalsInDistrict(filter.slug);
  if (filter.kind === 'category') return proposalsPaths.proposalsOfCategory(filter.slug);
  if (filter.kind === 'result') return proposalsPaths.proposalsWithResult();
  return filter.kind === 'unanswered'
    ? proposalsPaths.proposalsUnanswered()
    : proposalsPaths.proposals();
}

function titleOf(filter: ProposalFilter, office: Office, locale: string): Promise<string> {
  const name = 'slug' in filter ? placeName(office, filter.slug) : '';
  return sentence(locale, `proposals.list.title.${filter.kind}`, { name });
}

function placeName(office: Office, slug: string): string {
  const district = office.everyDistrict.find((one) => one.slug === slug)?.name;
  return district ?? office.everyCategory.find((one) => one.slug === slug)?.label ?? slug;
}
