/** Companies that buy coffee, all made up. `.example` belongs to nobody (RFC 2606). */
export interface Company {
  name: string;
  domain: string;
}

const company = (name: string, domain: string): Company => ({ name, domain: `${domain}.example` });

export const companies: Company[] = [
  company('Brightwater Studio', 'brightwater'),
  company('Hotel Nordlicht', 'nordlicht'),
  company('Kavárna U Majáku', 'umajaku'),
  company('Atelier Rive Gauche', 'rivegauche'),
  company('Fenwick & Daughters', 'fenwick'),
  company('Pekárna Slunce', 'pekarna-slunce'),
  company('Lumen Architects', 'lumen-architects'),
  company('Skogsbryn Software', 'skogsbryn'),
  company('Café Girasol', 'girasol'),
  company('Północ Logistics', 'polnoc'),
  company('Harbourside Co-working', 'harbourside'),
  company('Praxis Dr. Ebert', 'praxis-ebert'),
  company('Tidewater Books', 'tidewater'),
  company('Maison Quimper', 'quimper'),
  company('Solvang Analytics', 'solvang'),
];

export const jobTitles = [
  'Office manager',
  'Head of operations',
  'Owner',
  'Purchasing',
  'Barista lead',
  'Managing director',
  'Team assistant',
  'Hotel manager',
];
