import '../globals.css';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { setRequestLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import { headingFont } from '@/components/brand/heading-font';
import { isLocale } from '@/lib/core/paths';

export const metadata: Metadata = {
  formatDetection: { telephone: false },
};

export default async function RootLayout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ locale: string }>;
}) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  const easy = locale === 'de-LS';
  return (
    <html
      lang={easy ? 'de' : locale}
      className={headingFont.variable}
      {...(easy ? { 'data-easy': '' } : {})}
    >
      <body>{children}</body>
    </html>
  );
}
