/*
 * The very first script: it narrows the policy of the page, which scripts can do and none can undo. A window that was opened for a registry
 * (#registry=https://registry.example/) may connect to that address and takes no files; every other window connects to nothing.
 */
(function () {
  var found = /[#&]registry=([^&]*)/.exec(location.hash);
  var address = null;
  try {
    address = found && /^(https?:\/\/[a-z0-9.-]+(?::[0-9]+)?)\/[^\s?#]*$/.exec(decodeURIComponent(found[1]));
  } catch (error) {
    // No address then.
  }
  var policy = document.createElement('meta');
  policy.setAttribute('http-equiv', 'Content-Security-Policy');
  policy.setAttribute('content', "connect-src " + (address ? address[1] : "'none'"));
  document.head.appendChild(policy);
  if (address) document.documentElement.setAttribute('data-registry', address[0]);
})();
