import { getTranslations } from 'next-intl/server';
import { PageHeader } from '@/components/layout/page-header';
import { ButtonLink } from '@/components/ui/button';
import { CardList } from '@/components/ui/card';
import { Details } from '@/components/ui/details';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterLinks } from '@/components/ui/filter-links';
import { Pages } from '@/components/ui/pagination';
import { localized } from '@/lib/core/paths';
import { proposalsPaths } from '@/lib/proposals/paths';
import type { ProposalFilter } from '@/lib/proposals/reading/rules';
import type { ProposalPage } from '@/lib/proposals/reading/types';
import { ProposalCard } from './proposal-card';

type Place = { slug: string; label: string };

type ProposalListProps = {
  locale: string;
  title: string;
  filter: ProposalFilter;
  /** Path of the first page of this list, without language. */
  listPath: string;
  page: ProposalPage;
  districts: Place[];
  categories: Place[];
};

/** Public proposals with the ways to narrow them down, each a path of its own. */
export async function ProposalList(props: ProposalListProps) {
  const { locale, title, page } = props;
  const t = await getTranslations({ locale, namespace: 'proposals' });
  return (
    <>
      <PageHeader
        title={title}
        lead={t(`list.lead.${props.filter.kind}`)}
        actions={
          <ButtonLink href={localized(locale, proposalsPaths.proposalDoor())} arrow>
            {t('list.submit')}
          </ButtonLink>
        }
      />
      <Filters {...props} />
      {page.lines.length === 0 ? (
        <EmptyState title={t(`list.empty.${props.filter.kind}`)} />
      ) : (
        <CardList columns={2} label={title}>
          {page.lines.map((line) => (
            <ProposalCard key={line.number} locale={locale} line={line} />
          ))}
        </CardList>
      )}
      <ListPages {...props} />
    </>
  );
}

async function Filters({ locale, filter, districts, categories }: ProposalListProps) {
  const t = await getTranslations({ locale, namespace: 'proposals' });
  const slug = 'slug' in filter ? filter.slug : '';
  const link = (path: string, label: string, current: boolean) => ({
    href: localized(locale, path),
    label,
    current,
  });
  return (
    <div className="stack no-print mb-8">
      <FilterLinks
        label={t('list.show')}
        items={[
          link(proposalsPaths.proposals(), t('list.all'), filter.kind === 'all'),
          link(proposalsPaths.proposalsWithResult(), t('list.result'), filter.kind === 'result'),
          link(
            proposalsPaths.proposalsUnanswered(),
            t('list.unanswered'),
            filter.kind === 'unanswered',
          ),
        ]}
      />
      <FilterLinks
        label={t('list.district')}
        items={districts.map((district) =>
          link(
            proposalsPaths.proposalsInDistrict(district.slug),
            district.label,
            filter.kind === 'district' && slug === district.slug,
          ),
        )}
      />
      <Details summary={t('list.byCategory')} open={filter.kind === 'category'}>
        <FilterLinks
          label={t('list.category')}
          items={categories.map((category) =>
            link(
              proposalsPaths.proposalsOfCategory(category.slug),
              category.label,
              filter.kind === 'category' && slug === category.slug,
            ),
          )}
        />
      </Details>
    </div>
  );
}

async function ListPages({ locale, listPath, page: { page, pages } }: ProposalListProps) {
  const t = await getTranslations({ locale, namespace: 'proposals' });
  return (
    <Pages
      {...{ page, pages }}
      hrefOf={(to) => localized(locale, proposalsPaths.proposalsPage(listPath, to))}
      words={{
        label: t('list.pages'),
        status: t('list.pageOf', { page, pages }),
        previous: t('list.previous'),
        next: t('list.next'),
      }}
    />
  );
}
