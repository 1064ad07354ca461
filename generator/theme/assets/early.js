// Before anything is drawn: JavaScript is here, and the look that the reader chose last time.
(function(h){h.classList.add("js");try{var t=localStorage.getItem("ps-theme");if(t==="light"||t==="dark")h.dataset.theme=t}catch(e){}})(document.documentElement)
