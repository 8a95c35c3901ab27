using Integrationskonzept.Mailing.Messages;
using Integrationskonzept.Mailing.Queue;
using Integrationskonzept.Mailing.Sending;
using Integrationskonzept.Scheduling.Attendance.Contacts;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Telling.Senders;

static class SenderEndpoints
{
    const int LargestReport = 256 * 1024;

    public static void AddSender(this WebApplicationBuilder builder) => builder.Services.AddScoped<TenantSender>();

    public static void MapSender(this IEndpointRouteBuilder app)
    {
        var mail = app.MapTenantApi("mail", "Mail").RequirePermission(Permissions.MailManage);

        mail.MapGet(
                "sender",
                async (TenantSender senders, TenantClock clock, CancellationToken ct) =>
                    TypedResults.Ok(
                        await senders.OwnAsync(ct) is { } own
                            ? SenderDto.From(own)
                            : SenderDto.From(await senders.CurrentAsync((await clock.LandkreisAsync(ct)).Name, ct))
                    )
            )
            .WithName("get-mail-sender")
            .WithSummary("Whom the Landkreis writes as; version 0: the platform's sender");

        mail.MapPut(
                "sender",
                async (SetSender wish, IfMatch match, SchedulingDb db, TenantSender senders, CancellationToken ct) =>
                {
                    var own = await senders.OwnAsync(ct);
                    match.Require(own ?? (IVersioned)new NotYet());
                    own ??= db.SenderSettings.Add(SenderSettings.New()).Entity;
                    own.Set(wish, senders.Protect);
                    await db.SaveChangesAsync(ct);
                    return TypedResults.Ok(SenderDto.From(own));
                }
            )
            .WithName("set-mail-sender")
            .WithSummary(
                "Sets sender and mail server (the first time with If-None-Match: *); the password is stored encrypted and never answered"
            )
            .MayBegin();

        mail.MapDelete(
                "sender",
                async Task<NoContent> (SchedulingDb db, TenantSender senders, CancellationToken ct) =>
                {
                    if (await senders.OwnAsync(ct) is { } own)
                        db.SenderSettings.Remove(own);
                    await db.SaveChangesAsync(ct);
                    return TypedResults.NoContent();
                }
            )
            .WithName("remove-mail-sender")
            .WithSummary("Forgets sender, server and password; the platform's sender holds again");

        mail.MapPost("sender/test", TestAsync)
            .WithName("test-mail-sender")
            .WithSummary("Sends a test mail at once and tells what the mail server answered");

        mail.MapPost(
                "bounces",
                async Task<NoContent> (HttpRequest request, DeliveryReports reports, TenantContext tenant, CancellationToken ct) =>
                {
                    if (request.ContentLength is null or > LargestReport)
                        throw new BadHttpRequestException("", StatusCodes.Status413PayloadTooLarge);
                    var report = await DeliveryReports.ReadAsync(request.Body, ct) ?? throw new ReportUnreadable();
                    return await reports.RecordAsync(report, tenant.Required, ct)
                        ? TypedResults.NoContent()
                        : throw new ReportOfUnknownMail();
                }
            )
            .Accepts<string>("message/rfc822")
            .WithName("report-bounce")
            .WithSummary(
                "Takes a delivery report (RFC 3464, message/rfc822, up to 256 KB) as it came to the bounce address; a "
                    + "permanent failure ends mails to that address"
            );

        mail.MapDelete(
                "undeliverable/{registrationId:guid}",
                async Task<NoContent> (Guid registrationId, SchedulingDb db, CancellationToken ct) =>
                {
                    var subject = (await db.Registrations.AsNoTracking().GetAsync(registrationId, ct)).Subject;
                    if (await db.Contacts.AsNoTracking().SingleOrDefaultAsync(row => row.Subject == subject, ct) is { } contact)
                    {
                        var hash = MailAllowance.HashOf(contact.Address);
                        await db.UndeliverableAddresses.Where(row => row.AddressHash == hash).ExecuteDeleteAsync(ct);
                    }
                    return TypedResults.NoContent();
                }
            )
            .WithName("mail-again")
            .WithSummary("Lets mails go again to a registered person whose mailbox had refused them");
    }

    static async Task<Ok<TestMailSent>> TestAsync(
        TestMail test,
        TenantSender senders,
        MailTransport transport,
        MailAllowance allowance,
        TenantClock clock,
        Caller caller,
        CancellationToken ct
    )
    {
        AddressWrong.Require("address", test.Address);
        await allowance.RequireAsync(caller.Id, ct);
        if (!await allowance.TakeAsync(test.Address, ct))
            throw new TooManyMails();
        var landkreis = (await clock.LandkreisAsync(ct)).Name;
        var words = new MailWords(ContactBook.OfRequest);
        var subject = words.Say("Testmail", "Test mail");
        var mail = new Mail
        {
            Sender = await senders.CurrentAsync(landkreis, ct),
            To = test.Address.Trim(),
            Subject = subject,
            Body = new MailBody(words.Code)
                .Heading(subject)
                .Paragraph(
                    words.Say(
                        $"So kommen Mails von {landkreis} an. Der Versand ist richtig eingestellt.",
                        $"This is how mails of {landkreis} arrive. Sending is set up correctly."
                    )
                ),
        };
        try
        {
            return TypedResults.Ok(new TestMailSent(await transport.SendAsync(mail, SequentialId.Next(), ct)));
        }
        catch (MailRefused refused)
        {
            throw new MailServerRefused(refused.Reply);
        }
        catch (HostNotAllowed)
        {
            throw new MailHostNotAllowed();
        }
        catch (MailFailed failure)
        {
            throw new MailServerUnreachable(failure.Code);
        }
    }
}
