/** What stands on top of the home page, and for whom. */

/** Read two articles about brewing within a month. */
export const readsAboutBrewing = {
  type: 'activity',
  activity: 'pagevisit',
  operator: 'atLeast',
  count: 2,
  where: [{ field: 'url', operator: 'contains', value: '/magazine/brewing/' }],
  window: { last: 30, unit: 'days' },
};

export const HOME_BREWERS = {
  name: 'home-brewers',
  displayName: 'Home brewers',
  description: 'Read about brewing at home lately',
  kind: 'dynamic',
  condition: readsAboutBrewing,
  visibleToSite: true,
};

interface Banner {
  __component: 'site.banner';
  title: string;
  text: string;
  linkText: string;
  linkUrl: string;
  audience: { groups?: string[]; fallback?: true };
}

export const homeBanners: Banner[] = [
  {
    __component: 'site.banner',
    title: 'You brew at home?',
    text: 'Kettles, drippers and grinders that we use ourselves.',
    linkText: 'See the equipment',
    linkUrl: '/shop',
    audience: { groups: [HOME_BREWERS.name] },
  },
  {
    __component: 'site.banner',
    title: 'New to good coffee?',
    text: 'Begin with the Harbour Blend: it forgives everything.',
    linkText: 'Meet the Harbour Blend',
    linkUrl: '/shop/harbour-blend',
    audience: { fallback: true },
  },
];
