import { fillDays } from '../../../admin/src/modules/activities/timeline/fill-days';
import {
  groupTimeline,
  sessionMinutes,
} from '../../../admin/src/modules/activities/timeline/group-timeline';
import { hostOf, pathOf, toSafeHref } from '../../../admin/src/shared/read-url';
import { deviceOf, sourceOf } from '../../../admin/src/modules/activities/timeline/session-source';
import { detailsOf } from '../../../admin/src/modules/activities/timeline/activity-details';
import { activity } from './activity';
import { t } from './support';

const at = (time: string, sessionId: string | null, type = 'pagevisit') =>
  activity({
    eventId: `${time}${type}`,
    occurredAt: new Date(`2026-03-0${time}`).toISOString(),
    sessionId,
    type,
  });

describe('grouping', () => {
  it('puts activities under their local days and sessions', () => {
    const days = groupTimeline([at('2T10:05', '2'), at('2T10:00', '2'), at('1T23:59', '1')]);
    expect(days.map(({ day }) => day)).toEqual(['2026-03-02', '2026-03-01']);
    expect(days[0]?.sessions.map(({ activities }) => activities.length)).toEqual([2]);
  });

  it('keeps a change without a session inside the session it falls into', () => {
    const [day] = groupTimeline([
      at('2T10:05', '2'),
      at('2T10:04', null, 'statechange'),
      at('2T10:03', '2', 'purchase'),
    ]);
    expect(day?.sessions).toHaveLength(1);
  });

  it('gives what happened between two sessions a place of its own', () => {
    const [day] = groupTimeline([at('2T10:05', '2'), at('2T09:00', null), at('2T08:00', '1')]);
    expect(day?.sessions.map(({ sessionId }) => sessionId)).toEqual(['2', null, '1']);
  });

  it('shows a session that runs past midnight on both days', () => {
    const days = groupTimeline([at('2T00:05', '1'), at('1T23:55', '1')]);
    expect(days.map(({ sessions }) => sessions[0]?.sessionId)).toEqual(['1', '1']);
  });

  it('measures a session from its first to its last activity', () => {
    const [day] = groupTimeline([at('2T10:07', '2'), at('2T10:00', '2')]);
    expect(day?.sessions.map(sessionMinutes)).toEqual([7]);
  });
});

describe('where a session came from', () => {
  const session = (first: Parameters<typeof activity>[0]) => ({
    sessionId: '1',
    activities: [activity({ url: 'https://shop.example/b' }), activity(first)],
  });

  it('is the campaign of its first page, if it has one', () => {
    const first = { url: 'https://shop.example/', utmSource: 'newsletter', utmCampaign: 'spring' };
    expect(sourceOf(session(first))).toBe('newsletter / spring');
  });

  it('is else the host of the page before', () => {
    const first = { url: 'https://shop.example/', referrer: 'https://www.search.example/?q=x' };
    expect(sourceOf(session(first))).toBe('search.example');
  });

  it('is nothing when the visitor typed the address or stayed on the site', () => {
    expect(sourceOf(session({ url: 'https://shop.example/' }))).toBeNull();
    expect(
      sourceOf(session({ url: 'https://shop.example/', referrer: 'https://shop.example/a' }))
    ).toBeNull();
  });

  it('names the browser and system that are known', () => {
    expect(deviceOf(session({ browser: 'Firefox', os: null }))).toBe('Firefox');
    expect(deviceOf(session({}))).toBeNull();
  });
});

describe('addresses that visitors sent', () => {
  it.each(['javascript:alert(1)', 'data:text/html,x', 'vbscript:x', '//x', 'no address', null])(
    'never makes a link of %s',
    (url) => {
      expect(toSafeHref(url)).toBeNull();
    }
  );

  it('links to http and https', () => {
    expect(toSafeHref('https://shop.example/a')).toBe('https://shop.example/a');
  });

  it('shows the path, readable and without campaign marks', () => {
    expect(pathOf('https://shop.example/k%C3%A1va?utm_source=x&size=L&gclid=1')).toBe(
      '/káva?size=L'
    );
  });

  it('shows what it cannot read as it stands', () => {
    expect(pathOf('javascript:alert(1)')).toBe('javascript:alert(1)');
    expect(pathOf('https://shop.example/%E0%A4%A')).toBe('/%E0%A4%A');
    expect(hostOf('nonsense')).toBeNull();
  });
});

it('fills the days without activity, ending today', () => {
  const days = fillDays([{ date: '2026-03-01', count: 4 }], new Date('2026-03-02T12:00:00Z'));
  expect(days).toHaveLength(90);
  expect(days.slice(-2)).toEqual([
    { date: '2026-03-01', count: 4 },
    { date: '2026-03-02', count: 0 },
  ]);
});

describe('details', () => {
  const url = 'https://shop.example/a';

  it('name another site that somebody came from, and no page of the same one', () => {
    expect(detailsOf(activity({ url, referrer: 'https://search.example/' }), t)).toEqual([
      { label: 'Came from', value: 'https://search.example/' },
    ]);
    expect(detailsOf(activity({ url, referrer: 'https://shop.example/b' }), t)).toEqual([]);
  });

  it('leave out what the sentence of a search has said', () => {
    const data = { query: 'mug' };
    expect(detailsOf(activity({ type: 'internalsearch', url, data }), t)).toEqual([]);
    expect(detailsOf(activity({ type: 'download', url, data }), t)).toEqual([
      { label: 'query', value: 'mug' },
    ]);
  });
});
