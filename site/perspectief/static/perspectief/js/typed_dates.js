// The calendar of Wagtail's fields for dates leaves alone what somebody types. By itself it puts
// the present moment in place of a date that it cannot read; the server reads more than it does,
// and says so where it cannot.
(() => {
  const PICKED = /^(\d{4}-\d\d-\d\d)?( ?\d\d:\d\d)?$/;
  const calendar = window.jQuery?.fn.datetimepicker;
  if (!calendar) return;
  calendar.defaults.validateOnBlur = false;
  // A choice in the calendar would set the parts that it could not read to the present moment.
  calendar.defaults.onShow = (current, input) => PICKED.test(input.val().trim());
  document.addEventListener("input", (event) => {
    window.jQuery(event.target).data("xdsoft_datetimepicker")?.trigger("close.xdsoft");
  });
})();
