"""Where PDFs come in."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from ingest.desk.forms import UploadForm
from ingest.desk.size_limit import cut_off
from ingest.desk.uploads import MEGABYTE, receive, too_large
from ingest.desk.views.frame import desk_page, may_add


@may_add
@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """Take PDFs in, read them at once, say what became of each. Sending the same files again does no harm."""
    form, outcomes = UploadForm(), []
    if request.method == "POST":
        form = UploadForm(request.POST, request.FILES)
        outcomes = [too_large(name) for name in cut_off(request)]
        form.fields["files"].required = not outcomes
        if form.is_valid():
            department = form.cleaned_data["department"]
            outcomes += [receive(file, request.user, department=department) for file in form.cleaned_data["files"]]
            if len(outcomes) == 1 and outcomes[0].state == "read":
                messages.success(request, f"{outcomes[0].message[:-1]}\u202f: {outcomes[0].name}")
                return redirect("admin:grants_deliberation_reading", outcomes[0].deliberation.pk)
            form = UploadForm()
    context = {
        "form": form,
        "outcomes": outcomes,
        "max_megabytes": settings.UPLOAD_MAX_BYTES // MEGABYTE,
        "max_pages": settings.READER_MAX_PAGES,
        "max_files": settings.DATA_UPLOAD_MAX_NUMBER_FILES,
    }
    return desk_page(request, "desk/upload.html", "Ajouter des délibérations (PDF)", context)
