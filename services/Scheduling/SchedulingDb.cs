using Integrationskonzept.Mailing;
using Integrationskonzept.Scheduling.Attendance.CheckIns;
using Integrationskonzept.Scheduling.Attendance.Contacts;
using Integrationskonzept.Scheduling.Attendance.Polls;
using Integrationskonzept.Scheduling.Attendance.Registrations;
using Integrationskonzept.Scheduling.Attendance.Registrations.Waitlist;
using Integrationskonzept.Scheduling.Attendance.Reminders;
using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.Scheduling.Mandates;
using Integrationskonzept.Scheduling.Programme.Budgets;
using Integrationskonzept.Scheduling.Programme.Meetings;
using Integrationskonzept.Scheduling.Programme.PlanningRuns;
using Integrationskonzept.Scheduling.Programme.Plans;
using Integrationskonzept.Scheduling.Resources.Bookings;
using Integrationskonzept.Scheduling.Resources.Moderators;
using Integrationskonzept.Scheduling.Resources.Shared;
using Integrationskonzept.Scheduling.Resources.Venues;
using Integrationskonzept.Scheduling.Telling.Senders;
using Integrationskonzept.ServiceDefaults;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Messaging;
using Integrationskonzept.ServiceDefaults.Persons;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Integrationskonzept.Scheduling;

/// <summary>The tables of the six rooms, room by room from the ground up.</summary>
public sealed class SchedulingDb(DbContextOptions<SchedulingDb> options, TenantContext tenant, OutboxSignal signal)
    : ServiceDb(options, tenant, signal)
{
    public const string Service = "scheduling";

    public DbSet<Mandate> Mandates => Set<Mandate>();

    public DbSet<Venue> Venues => Set<Venue>();
    public DbSet<Moderator> Moderators => Set<Moderator>();
    public DbSet<SharedResource> SharedResources => Set<SharedResource>();
    public DbSet<Booking> Bookings => Set<Booking>();

    public DbSet<Event> Events => Set<Event>();

    public DbSet<Contact> Contacts => Set<Contact>();
    public DbSet<UndeliverableAddress> UndeliverableAddresses => Set<UndeliverableAddress>();
    public DbSet<RegistrationSettings> RegistrationSettings => Set<RegistrationSettings>();
    public DbSet<Registration> Registrations => Set<Registration>();
    public DbSet<RegistrationRequest> RegistrationRequests => Set<RegistrationRequest>();
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<OfferDeadline> OfferDeadlines => Set<OfferDeadline>();
    public DbSet<CheckInList> CheckInLists => Set<CheckInList>();
    public DbSet<CheckIn> CheckIns => Set<CheckIn>();
    public DbSet<Poll> Polls => Set<Poll>();
    public DbSet<PollInvitation> PollInvitations => Set<PollInvitation>();
    public DbSet<PollAnswer> PollAnswers => Set<PollAnswer>();
    public DbSet<ReminderSettings> ReminderSettings => Set<ReminderSettings>();
    public DbSet<EventReminder> EventReminders => Set<EventReminder>();

    public DbSet<Meeting> Meetings => Set<Meeting>();
    public DbSet<Plan> Plans => Set<Plan>();
    public DbSet<PlanningRun> PlanningRuns => Set<PlanningRun>();
    public DbSet<BudgetItem> BudgetItems => Set<BudgetItem>();
    public DbSet<Funding> Fundings => Set<Funding>();

    public DbSet<SenderSettings> SenderSettings => Set<SenderSettings>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.AddMailing();
        model.AddConsents();
        model.AddProtectionKeys();
        model.ApplyConfigurationsFromAssembly(typeof(SchedulingDb).Assembly);
        base.OnModelCreating(model);
    }

    sealed class DesignTime : IDesignTimeDbContextFactory<SchedulingDb>
    {
        public SchedulingDb CreateDbContext(string[] args) => ServiceHost.Open<SchedulingDb>("Host=localhost");
    }
}
