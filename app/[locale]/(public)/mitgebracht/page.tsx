import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { pageTitle } from '@/app/[locale]/page-title';
import { PublicShell } from '@/app/[locale]/shell';
import { BroughtBackList } from '@/components/meetings/brought-back';
import { meetingsPaths } from '@/lib/meetings/paths';
import { findBroughtBack } from '@/lib/meetings/published/queries';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'meetings.public.title');
}

/** What the office brought back from meetings and training; there only when there is something. */
export default async function WhatWeBringPage({ params }: Props) {
  const { locale } = await params;
  const found = await findBroughtBack(1);
  if (!found) notFound();
  return (
    <PublicShell locale={locale} path={meetingsPaths.whatWeBring()}>
      <BroughtBackList locale={locale} {...found} />
    </PublicShell>
  );
}
