function codeOf(typed) {
  var code = typed.replace(/[\s\u2010-\u2015-]/g, "").toUpperCase().replace(/O/g, "0").replace(/[IL]/g, "1");
  return /^[0-9A-HJKMNP-TV-Z]{6}$/.test(code) ? code : null;
}
