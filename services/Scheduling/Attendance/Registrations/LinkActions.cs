using Integrationskonzept.Mailing.Queue;
using Integrationskonzept.Planning;
using Integrationskonzept.Scheduling.Attendance.Contacts;
using Integrationskonzept.Scheduling.Attendance.Registrations.Waitlist;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Attendance.Registrations;

/// <summary>What links do, each once: the state that a token names is checked under the event's lock.</summary>
sealed class LinkActions(
    SchedulingDb db,
    RegistrationLinks links,
    Allotment allotment,
    Registrar registrar,
    ContactBook contacts,
    RegistrationViews views,
    MailQueue mails,
    TenantClock clock
)
{
    public async Task<LinkView> ShowAsync(string text, CancellationToken ct)
    {
        var token = links.Read(text);
        if (token.Purpose == LinkPurpose.Calendar)
            return new(token.Purpose, null, null);
        var row = token.Purpose is LinkPurpose.Confirm or LinkPurpose.Invitation
            ? null
            : await db.Registrations.AsNoTracking().SingleOrDefaultAsync(row => row.Id == token.Id, ct) ?? throw new LinkUsed();
        var eventId =
            row?.EventId
            ?? (
                token.Purpose == LinkPurpose.Confirm ? (await RequestAsync(token, ct)).EventId : (await InvitationAsync(token, ct)).EventId
            );
        var appointment = await db.Events.AsNoTracking().GetAsync(eventId, ct);
        var time = await clock.CivilTimeAsync(ct);
        return new(token.Purpose, appointment.ForEverybody(time), row is null ? null : await views.ViewAsync(row, ct));
    }

    public async Task<RegistrationDto> ConfirmAsync(string text, CancellationToken ct)
    {
        var token = links.Read(text, LinkPurpose.Confirm);
        return await allotment.UnderLockAsync(
            (await RequestAsync(token, ct)).EventId,
            async () =>
            {
                var request = await RequestAsync(token, ct);
                if (request.UsedAt is not null)
                    throw new LinkUsed();
                request.UsedAt = allotment.Now;
                return await RegisterAsync(request.Address, request.Language, request.Wish, ct);
            },
            ct
        );
    }

    public async Task<RegistrationDto> TakeUpAsync(TakeUpInvitation use, CancellationToken ct)
    {
        var token = links.Read(use.Token, LinkPurpose.Invitation);
        return await allotment.UnderLockAsync(
            (await InvitationAsync(token, ct)).EventId,
            async () =>
            {
                var invitation = await InvitationAsync(token, ct);
                if (invitation.UsedAt is not null)
                    throw new LinkUsed();
                invitation.UsedAt = allotment.Now;
                return await RegisterAsync(
                    invitation.Address,
                    use.Language ?? invitation.Language,
                    new(use.Group, use.Organisation, use.AccessNeeds, use.Name),
                    ct
                );
            },
            ct
        );
    }

    public Task<RegistrationDto> AcceptAsync(string text, CancellationToken ct) =>
        UseAsync(
            text,
            LinkPurpose.Accept,
            (row, token) =>
            {
                if (row.Notice != token.Stamp)
                    throw new LinkUsed();
                row.Accept(allotment.Now, allotment.Event.Start);
                return Task.CompletedTask;
            },
            ct
        );

    public Task<RegistrationDto> ChangeAsync(ChangeByLink use, CancellationToken ct) =>
        UseAsync(
            use.Token,
            LinkPurpose.Change,
            async (row, token) =>
            {
                if (row.Edition != token.Stamp)
                    throw new LinkUsed();
                row.Tell(use.Organisation, use.AccessNeeds, use.Name);
                if (
                    use.Language is { } language
                    && await db.Contacts.SingleOrDefaultAsync(contact => contact.Subject == row.Subject, ct) is { } contact
                )
                    contact.Language = language;
                await mails.AddAsync(MailKinds.Details, row.Id, row.Edition, $"details:{row.Id}:{row.Edition}", ct);
            },
            ct
        );

    public Task<RegistrationDto> WithdrawAsync(string text, CancellationToken ct) =>
        UseAsync(
            text,
            LinkPurpose.Withdraw,
            (row, _) =>
            {
                if (!row.IsActive)
                    throw new LinkUsed();
                row.Withdraw();
                return Task.CompletedTask;
            },
            ct
        );

    /// <summary>In the order of confirmation: the address is proven, the seat is taken, in one transaction.</summary>
    async Task<RegistrationDto> RegisterAsync(string address, MailLanguage language, Register wish, CancellationToken ct)
    {
        var guest = await contacts.GuestAsync(address, language, ct);
        return await registrar.TakeAsync(guest.Subject, guest.AddressKey, wish, ct);
    }

    async Task<RegistrationDto> UseAsync(string text, LinkPurpose purpose, Func<Registration, LinkToken, Task> change, CancellationToken ct)
    {
        var token = links.Read(text, purpose);
        var eventId =
            await db.Registrations.Where(row => row.Id == token.Id).Select(row => (Guid?)row.EventId).SingleOrDefaultAsync(ct)
            ?? throw new LinkUsed();
        return await allotment.UnderLockAsync(
            eventId,
            async () =>
            {
                var row = await db.Registrations.GetAsync(token.Id, ct);
                allotment.Event.RequireAhead();
                await change(row, token);
                await db.SaveChangesAsync(ct);
                return await views.ViewAsync(row, ct);
            },
            ct
        );
    }

    async Task<RegistrationRequest> RequestAsync(LinkToken token, CancellationToken ct) =>
        await db.RegistrationRequests.SingleOrDefaultAsync(row => row.Id == token.Id, ct) ?? throw new LinkExpired();

    async Task<Invitation> InvitationAsync(LinkToken token, CancellationToken ct) =>
        await db.Invitations.SingleOrDefaultAsync(row => row.Id == token.Id, ct) ?? throw new LinkExpired();
}
