import type { StartFeature } from '../feature';
import { listen } from '../listen';

/** Clicks on links, with the main or the middle button or the keyboard. */
const FILES = /\.(pdf|(doc|xls|ppt)x?|csv|txt|zip|rar|7z|gz|dmg|exe|apk|mp[34])$/i;

const isDownload = (link: HTMLAnchorElement): boolean =>
  link.hasAttribute('download') || FILES.test(link.pathname);

const trackLinks =
  (type: string, isOurs: (link: HTMLAnchorElement) => unknown): StartFeature =>
  (track) =>
    listen('click auxclick', (event, target) => {
      const link = target.closest('a');
      if (link && (event as MouseEvent).button < 2 && isOurs(link))
        track(type, { data: { href: link.href } });
    });

export const trackDownloads = trackLinks('download', isDownload);

/** Links without a host are mailto: and the like; a file on another host is a download. */
export const trackOutbound = trackLinks(
  'outboundlink',
  (link) => link.host && link.host !== location.host && !isDownload(link)
);
