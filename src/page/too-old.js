/*
 * The first script of the page, in the JavaScript of 2009: it says so where the browser is too old for the second one, instead of leaving a
 * blank page. Either something is missing that the page needs (Chromium 98, Firefox 104 and Safari 15.4 have it all), or the second
 * script has not begun by the time the page has loaded, because the browser could not read it.
 */
(function () {
  var page = document.documentElement;

  function tell() {
    if (document.getElementById('too-old')) return;
    page.setAttribute('data-too-old', '');
    var box = document.createElement('div');
    box.id = 'too-old';
    box.setAttribute('role', 'alert');
    box.setAttribute('style', 'max-width:40em;margin:3em auto;padding:0 1em;font:16px/1.7 sans-serif');
    box.innerHTML =
      '<h1 style="font-size:1.4em">浏览器版本太旧，无法打开本页</h1>' +
      '<p>请改用较新的浏览器：Chrome、Edge 或 360 等 Chromium 内核 109 及以上（Windows 7 可用 109），Firefox 115 及以上，Safari 15.4 及以上。' +
      '双核浏览器请切换到“极速模式”。也可以使用命令行 uscc。</p>' +
      '<p lang="en">This browser is too old for this page. Use Chromium 109 or later (Chrome, Edge; 109 runs on Windows 7), Firefox 115 or ' +
      'later, or Safari 15.4 or later. Or use the command uscc.</p>';
    document.body.insertBefore(box, document.body.firstChild);
  }

  if (
    !Array.prototype.findLast ||
    !Object.hasOwn ||
    typeof structuredClone !== 'function' ||
    typeof WebAssembly !== 'object' ||
    typeof Blob !== 'function' ||
    !Blob.prototype.arrayBuffer
  ) {
    tell();
  }
  window.onload = function () {
    if (!page.getAttribute('data-started')) tell();
  };
})();
