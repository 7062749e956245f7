// Every way a page has to reach another computer. Also run in the driver's build by tests/e2e/window/network.mjs.
(function tries(address) {
  const quietly = (work) => {
    try {
      const promise = work();
      if (promise && promise.catch) promise.catch(() => undefined);
    } catch {
      // Refused at once.
    }
  };
  const add = (tag, properties) => () => document.body.append(Object.assign(document.createElement(tag), properties));
  const http = (way) => `http://${address}/${way}`;
  quietly(() => fetch(http('fetch'), { mode: 'no-cors' }));
  quietly(() => {
    const request = new XMLHttpRequest();
    request.open('GET', http('xhr'));
    request.send();
  });
  quietly(() => navigator.sendBeacon(http('beacon'), 'x'));
  quietly(() => new WebSocket(`ws://${address}/websocket`));
  quietly(() => new EventSource(http('events')));
  quietly(add('img', { src: http('image') }));
  quietly(add('iframe', { src: http('frame') }));
  quietly(add('script', { src: http('script') }));
  quietly(add('video', { src: http('video'), preload: 'auto' }));
  quietly(add('object', { data: http('object') }));
  for (const rel of ['preconnect', 'dns-prefetch', 'prefetch', 'stylesheet', 'icon', 'preload', 'modulepreload']) {
    quietly(add('link', { rel, as: 'script', href: http(rel) }));
  }
  // A name that must be looked up.
  quietly(add('link', { rel: 'dns-prefetch', href: 'http://durumi-canary.example/' }));
  quietly(add('img', { src: 'http://durumi-canary.example/image' }));
  quietly(() => {
    const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:${address}` }] });
    peer.createDataChannel('x');
    return peer.createOffer().then((offer) => peer.setLocalDescription(offer));
  });
  quietly(() => window.open(http('window')));
  quietly(() => {
    const form = Object.assign(document.createElement('form'), { action: http('form'), method: 'post', target: '_blank' });
    document.body.append(form);
    form.submit();
  });
  setTimeout(() => quietly(() => location.assign(http('navigation'))), 2500);
})(globalThis.durumiAddress ?? '127.0.0.1:47113');
